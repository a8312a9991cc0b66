"""How Sphinx builds the manual. Nothing here asks the network for anything."""

from importlib.metadata import version as installed_version

project = "Storyloop"
author = "The Storyloop authors"
project_copyright = author
version = release = installed_version("storyloop")

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
# Headings down to the third level can be linked to, as where the files are read as they are.
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"Storyloop {release}"
html_copy_source = False
html_show_sphinx = False
