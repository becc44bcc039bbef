"""Bede, a type checker for history."""
