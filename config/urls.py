"""The addresses of the site. Each app lists its own; the pages that read across the apps come first."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

admin.autodiscover()
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("", include("overview.urls")),
    path("", include("cooperatives.urls")),
    path("", include("premiums.urls")),
    path("", include("trainings.urls")),
    path("", include("certification.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/second-factor/", include("allauth.mfa.urls")),
    path("admin/", admin.site.urls),
]
