"""Loop plans and readiness: time to a proved plan, how it grows, and beside other ways to plan.

The greedy plan gives each slot, in turn, the best story that is left: what a person does by hand.
OR-Tools CP-SAT, where it is installed, solves the first three levels one after the other. All
planners get the same fits, made at random, and are judged by the same levels.
"""

import random
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec

from benchmarks.figure import Figure, timed
from storyloop.planning.solver import Problem, solve
from tests import many

SIZES = ((40, 6, 200.0), (100, 8, 1000.0))  # stories, rounds of three slots, budget in ms
_GROWTH = ((20, 4), (40, 6), (80, 8), (160, 10), (320, 12))
_SLOTS, _SIMILAR, _FITTING = 3, 0.15, 0.3
_ENOUGH, _BEST = 350, 1000
Levels = tuple[int, int, int]
Choice = list[int | None]


def figures() -> Iterator[Figure]:
    """Yield the times of plans from stories to proof, of the solver alone, and of readiness."""
    from storyloop import guide
    from storyloop.planning import Assumptions, Loop, Round, plan, readiness
    from storyloop.planning.answers import World, answer
    from storyloop.planning.asking import answers_of, questions_of
    from storyloop.planning.simulate import draw

    principles = [each.id for each in guide.framework().principles]
    for stories, rounds, budget in SIZES:
        bank = many.stories(stories)
        asked = [principles[n % len(principles)] for n in range(rounds * _SLOTS)]
        loop = Loop(
            rounds=tuple(
                Round(principles=tuple(asked[n : n + _SLOTS])) for n in range(0, len(asked), _SLOTS)
            )
        )
        name = f"plan {stories} x {rounds} x {_SLOTS}, with all its spares"
        yield timed(name, lambda loop=loop, bank=bank: plan(loop, bank), runs=5, budget=budget)  # type: ignore[misc]
    for stories, rounds in _GROWTH:
        problem = random_problem(stories, rounds)
        name = f"prove a plan of {stories} stories x {rounds} rounds"
        yield timed(name, lambda problem=problem: solve(problem), runs=5)  # type: ignore[misc]
    twelve = many.stories(12)
    assumed = Assumptions()
    bank_of = questions_of(assumed.framework)

    def simulate() -> None:
        world = World(answers=answers_of(twelve), most_tellings=assumed.most_tellings)
        answer(draw(bank_of, assumed, 10_000, 1), world)

    yield timed("10,000 loops over 12 stories", simulate, runs=5, budget=1000)
    yield timed("the same with gains and losses", lambda: readiness(twelve), runs=3)


def beside_others() -> Iterator[str]:
    """Yield what each planner finds for the same loops, and how long it takes."""
    solve(random_problem(5, 1))  # loads the solver
    for stories, rounds, _ in SIZES:
        problem = random_problem(stories, rounds)
        yield f"{stories} stories x {rounds} rounds x {_SLOTS} slots: answered, weakest, total fit"
        yield _line("  proved plan", problem, lambda p: list(solve(p).stories))
        yield _line("  greedy plan", problem, greedy)
        if find_spec("ortools"):
            yield _line("  OR-Tools CP-SAT", problem, cp_sat)
        else:
            yield "  OR-Tools CP-SAT: not installed"


def random_problem(stories: int, rounds: int) -> Problem:
    """Return a loop with fits to a thousandth, of which a third are good enough."""
    dice = random.Random(stories)  # noqa: S311 - no secret
    slots = rounds * _SLOTS
    numbers = [n // _SLOTS for n in range(slots)]
    alike: list[set[int]] = [set() for _ in range(stories)]
    for one in range(stories):
        for other in range(one):
            if dice.random() < _SIMILAR:
                alike[one].add(other)
                alike[other].add(one)
    return Problem(
        fits=[
            [
                dice.randint(_ENOUGH, _BEST) if dice.random() < _FITTING else dice.randint(0, 300)
                for _ in range(stories)
            ]
            for _ in range(slots)
        ],
        rounds=numbers,
        people=numbers,
        tellings=[1] * stories,
        enough=_ENOUGH,
        clashes=[frozenset(each) for each in alike],
    )


def greedy(problem: Problem) -> Choice:
    """Return the plan made slot by slot, each with the best story that is left."""
    left = set(range(len(problem.tellings)))
    chosen: Choice = []
    for fits in problem.fits:
        best = max(left, key=lambda story: (fits[story], -story), default=None)
        if best is not None and fits[best] >= problem.enough:
            left.discard(best)
            chosen.append(best)
        else:
            chosen.append(None)
    return chosen


def cp_sat(problem: Problem) -> Choice:
    """Return the plan of OR-Tools: most answered, then the weakest, then the total."""
    cp_model = import_module("ortools.sat.python.cp_model")
    model = cp_model.CpModel()
    told = {
        (n, story): model.new_bool_var("")
        for n, fits in enumerate(problem.fits)
        for story, fit in enumerate(fits)
        if fit >= problem.enough
    }
    for n in range(len(problem.fits)):
        model.add_at_most_one(var for (slot, _), var in told.items() if slot == n)
    for story in range(len(problem.tellings)):
        model.add_at_most_one(var for (_, each), var in told.items() if each == story)
    weakest = model.new_int_var(0, _BEST, "")
    for (slot, story), var in told.items():
        model.add(weakest <= problem.fits[slot][story]).only_enforce_if(var)
    total = sum(problem.fits[slot][story] * var for (slot, story), var in told.items())
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    for objective in (sum(told.values()), weakest, total):
        model.maximize(objective)
        solver.solve(model)
        model.add(objective >= round(solver.objective_value))
    chosen: Choice = [None] * len(problem.fits)
    for (slot, story), var in told.items():
        if solver.value(var):
            chosen[slot] = story
    return chosen


def _line(name: str, problem: Problem, planner: Callable[[Problem], Choice]) -> str:
    start = time.perf_counter()
    chosen = planner(problem)
    took = 1000 * (time.perf_counter() - start)
    fits = [problem.fits[n][story] for n, story in enumerate(chosen) if story is not None]
    found: Levels = (len(fits), min(fits, default=0), sum(fits))
    said = f"{found[0]} of {len(chosen)}, {found[1] / 1000:.3f}, {found[2] / 1000:.3f}"
    return f"{name:44}{said:>30}{took:9.1f} ms"
