"""The addresses of the pages."""

from django.urls import include, path

from storyloop.web.views import (
    appearance,
    check,
    coverage,
    guide,
    history,
    home,
    prepare,
    samples,
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
    path("check/", check.check, name="check"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("prepare/", prepare.prepare, name="prepare"),
    path("guide/", guide.overview, name="guide"),
    path("guide/principles/", guide.principles, name="principles"),
    path("guide/situations/", guide.situations, name="situations"),
    path("guide/archetypes/", guide.archetypes, name="archetypes"),
    path("guide/advice/", guide.advice, name="advice"),
    path("guide/rules/", guide.rules, name="rules"),
    path("guide/rules/<slug:code>/", guide.rule, name="rule"),
    path("samples/remove/", samples.remove, name="remove-samples"),
    path("samples/bring-back/", samples.bring_back, name="bring-back-samples"),
    path("appearance/", appearance.choose, name="appearance"),
]
urlpatterns = [path("", include((_PAGES, "web")))]

handler400 = "storyloop.web.views.errors.bad_request"
handler403 = "storyloop.web.views.errors.forbidden"
handler404 = "storyloop.web.views.errors.not_found"
handler500 = "storyloop.web.views.errors.server_error"
