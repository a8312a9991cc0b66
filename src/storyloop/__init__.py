"""Storyloop: a story bank for behavioural interviews, on your own machine."""


def __getattr__(name: str) -> str:
    """Return the version, which takes a while to look up and is seldom asked for."""
    if name == "__version__":
        from importlib.metadata import version

        return version("storyloop")
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
