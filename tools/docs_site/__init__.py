"""The documentation as a site: pages of `docs/` staged for Sphinx, and its configuration."""
