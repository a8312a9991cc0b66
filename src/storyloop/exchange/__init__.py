"""Stories in and out: Markdown folders, and preparation and coverage as text, Markdown and JSON."""

# Of the JSON that commands and the HTTP API give: its keys and their meaning.
VERSION = 1
