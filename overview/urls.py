"""Pages that read across the apps."""

from django.urls import path

from overview import views

app_name = "overview"

urlpatterns = [
    path("", views.board, name="board"),
    path("cooperatives/<slug:slug>/", views.dossier, name="dossier"),
]
