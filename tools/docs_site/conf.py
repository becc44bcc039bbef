"""Settings of Sphinx for the site of the documentation. Nothing in it is loaded from a network."""

from importlib.metadata import version as version_of

project = "Bede"
author = "the makers of Bede"
copyright = author
version = release = version_of("bede")
extensions = ["myst_parser"]
root_doc = "index"
language = "en"

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 4
# a passage that no highlighter understands is shown plain; a file under `source/` may hold anything
suppress_warnings = ["misc.highlighting_failure"]

html_theme = "furo"
html_title = f"Bede {release}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_last_updated_fmt = None
html_permalinks_icon = "#"
pygments_style = "default"
pygments_dark_style = "native"
