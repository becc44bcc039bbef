"""The words of time: how prose is cut into tokens, and the word lists of a language."""
