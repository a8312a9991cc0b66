"""The addresses of the pages."""

from django.urls import include, path

from storyloop.web.views import (
    appearance,
    ask,
    check,
    coverage,
    drill,
    guide,
    history,
    home,
    loop_writing,
    loops,
    prepare,
    progress,
    questions,
    readiness,
    samples,
    search,
    stories,
    writing,
)

_PAGES = [
    path("", home.home, name="home"),
    path("stories/", stories.stories, name="stories"),
    path("stories/new/", writing.new, name="new"),
    path("stories/<slug:story_id>/", stories.story, name="story"),
    path("stories/<slug:story_id>/edit/", writing.edit, name="edit"),
    path("stories/<slug:story_id>/remove/", history.remove, name="remove"),
    path("stories/<slug:story_id>/bring-back/", history.bring_back, name="bring-back"),
    path("stories/<slug:story_id>/restore/", history.restore, name="restore"),
    path("stories/<slug:story_id>/history/", history.history, name="history"),
    path("stories/<slug:story_id>/history/<int:number>/", history.version, name="version"),
    # Not below stories/, where a story with the title "Removed" has its address.
    path("removed/", stories.removed, name="removed"),
    path("search/", search.search, name="search"),
    path("check/", check.check, name="check"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("prepare/", prepare.prepare, name="prepare"),
    path("loops/", loops.loops, name="loops"),
    path("loops/new/", loop_writing.new, name="new-loop"),
    path("loops/<slug:loop_id>/", loops.loop, name="loop"),
    path("loops/<slug:loop_id>/edit/", loop_writing.edit, name="edit-loop"),
    path("loops/<slug:loop_id>/card/", loops.card, name="loop-card"),
    path("loops/<slug:loop_id>/pin/", loops.pin, name="pin"),
    path("loops/<slug:loop_id>/ban/", loops.ban, name="ban"),
    path("loops/<slug:loop_id>/heard/", loops.heard, name="heard"),
    path("loops/<slug:loop_id>/remove/", loops.remove, name="remove-loop"),
    path("loops/<slug:loop_id>/bring-back/", loops.bring_back, name="bring-back-loop"),
    path("readiness/", readiness.readiness, name="readiness"),
    path("ask/", ask.ask, name="ask"),
    path("ask/answer/", ask.answer, name="ask-answer"),
    path("ask/keep/", ask.keep, name="keep-asked"),
    path("ask/<int:number>/remove/", ask.remove, name="remove-asked"),
    path("drill/", drill.start, name="drill"),
    path("drill/<int:number>/", drill.round_of, name="drill-round"),
    path("drill/<int:number>/<int:place>/", drill.answer, name="drilled"),
    path("progress/", progress.progress, name="progress"),
    path("progress/forget/", progress.forget, name="forget-drills"),
    path("guide/", guide.overview, name="guide"),
    path("guide/principles/", guide.principles, name="principles"),
    path("guide/situations/", guide.situations, name="situations"),
    path("guide/archetypes/", guide.archetypes, name="archetypes"),
    path("guide/advice/", guide.advice, name="advice"),
    path("guide/rules/", guide.rules, name="rules"),
    path("guide/rules/<slug:code>/", guide.rule, name="rule"),
    path("guide/questions/", questions.questions, name="questions"),
    path("samples/remove/", samples.remove, name="remove-samples"),
    path("samples/bring-back/", samples.bring_back, name="bring-back-samples"),
    path("appearance/", appearance.choose, name="appearance"),
]
urlpatterns = [path("", include((_PAGES, "web")))]

handler400 = "storyloop.web.views.errors.bad_request"
handler403 = "storyloop.web.views.errors.forbidden"
handler404 = "storyloop.web.views.errors.not_found"
handler500 = "storyloop.web.views.errors.server_error"
