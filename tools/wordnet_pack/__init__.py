"""Makes the pack ``wordnet`` from the glosses of WordNet: see docs/explanation/wordnet-pack.md."""
