"""The speed figures: `python -m benchmarks` measures and prints them all, beside their budgets."""
