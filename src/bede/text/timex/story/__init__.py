"""The story: which year a bare "July" belongs to, and what "the next day" means."""
