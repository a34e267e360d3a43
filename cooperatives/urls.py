"""Pages for every person: the language, the style guide."""

from django.urls import path

from cooperatives import views

urlpatterns = [
    path("language/", views.language, name="language"),
    path("styleguide/", views.styleguide, name="styleguide"),
]
