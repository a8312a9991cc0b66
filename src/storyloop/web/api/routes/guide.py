"""What Storyloop knows: principles, situations, kinds of story, advice, usual loops."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest
from ninja import Router

from storyloop import guide
from storyloop.web.api.routes import whole
from storyloop.web.api.shapes import guide as shapes

Body = dict[str, object]
router = Router(tags=["Guide"])


@router.get("/guide/frameworks", response=shapes.Frameworks)
def list_frameworks(request: HttpRequest) -> Body:
    """List the principles of each employer, with what interviewers listen for."""
    return whole({"frameworks": [asdict(each) for each in guide.frameworks()]})


@router.get("/guide/situations", response=shapes.Situations)
def list_situations(request: HttpRequest) -> Body:
    """List the situations that candidates are asked for."""
    return whole({"situations": [asdict(each) for each in guide.situations()]})


@router.get("/guide/archetypes", response=shapes.Archetypes)
def list_archetypes(request: HttpRequest) -> Body:
    """List the kinds of story that a bank should hold, with questions that draw each out."""
    return whole({"archetypes": [asdict(each) for each in guide.archetypes()]})


@router.get("/guide/advice", response=shapes.AdviceList)
def list_advice(request: HttpRequest) -> Body:
    """List the parts of a story and the advice, with reasons and sources."""
    parts = [asdict(each) for each in guide.parts()]
    return whole({"parts": parts, "advice": [asdict(each) for each in guide.advice()]})


@router.get("/guide/loops", response=shapes.LoopTemplates)
def list_usual_loops(request: HttpRequest) -> Body:
    """List usual interview loops, to start your own from."""
    return whole({"loops": [asdict(each) for each in guide.loops()]})
