"""The web app: thin views over the bank."""
