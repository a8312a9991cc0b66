"""Stories in and out: Markdown folders, and preparation and coverage as text, Markdown and JSON."""
