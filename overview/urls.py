"""Pages that read across the apps."""

from django.urls import path

from overview import views, views_attention, views_progress, views_search

app_name = "overview"

urlpatterns = [
    path("", views.board, name="board"),
    path("attention/<slug:key>/", views_attention.attention, name="attention"),
    path("search/", views_search.search, name="search"),
    path("premium-use/", views.premium_use, name="premium_use"),
    path("cooperatives/<slug:slug>/", views.dossier, name="dossier"),
    path("progress/", views_progress.programme_progress, name="programme_progress"),
    path("cooperatives/<slug:slug>/progress/<slug:key>/", views_progress.track_progress, name="track_progress"),
]
