"""The HTTP API at /api/v1/.

`gate` is light and let into the table of addresses; what django-ninja needs is loaded on the first
request that passes it.
"""
