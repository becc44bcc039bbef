"""The grammar: readers of every kind of temporal expression, tried at each token in turn."""
