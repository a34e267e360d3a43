"""Pages about the person: language, profile."""

from django.urls import path

from cooperatives import views

urlpatterns = [
    path("language/", views.language, name="language"),
]
