"""Pages that read across the apps."""

from django.urls import path

from overview import views

app_name = "overview"

urlpatterns = [
    path("", views.board, name="board"),
    path("premium-use/", views.premium_use, name="premium_use"),
    path("cooperatives/<slug:slug>/", views.dossier, name="dossier"),
]
