"""The app's name for Django."""

from django.apps import AppConfig


class BankConfig(AppConfig):
    """The story bank."""

    name = "storyloop.bank"
    label = "bank"
