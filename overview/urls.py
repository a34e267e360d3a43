"""Pages that read across the apps."""

from django.urls import path

from overview import views, views_attention, views_history, views_progress, views_search

app_name = "overview"

urlpatterns = [
    path("", views.board, name="board"),
    path("attention/<slug:key>/", views_attention.attention, name="attention"),
    path("search/", views_search.search, name="search"),
    path("premium-use/", views.premium_use, name="premium_use"),
    path("cooperatives/<slug:slug>/", views.dossier, name="dossier"),
    path("progress/", views_progress.programme_progress, name="programme_progress"),
    path("cooperatives/<slug:slug>/progress/<slug:key>/", views_progress.track_progress, name="track_progress"),
    path("history/", views_history.history_list, name="history_list"),
    path("history/reads/", views_history.read_list, name="read_list"),
    path("cooperatives/<slug:slug>/history/", views_history.cooperative_history, name="cooperative_history"),
    path("programmes/<slug:programme>/history/", views_history.programme_history, name="programme_history"),
]
