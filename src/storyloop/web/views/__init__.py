"""The pages, by feature: each view asks the bank or the plan and fills a template."""
