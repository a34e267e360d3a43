"""Pages of certification: files, audits and self-assessments, readiness."""

from django.urls import path

from certification.views import assessments, audits, readiness

app_name = "certification"

urlpatterns = []

# Audits and self-assessments, the readiness of a file, and how two assessments differ.
base = "cooperatives/<slug:slug>/certification/"
row = f"{base}assessments/<int:pk>/"

urlpatterns += [
    path(f"{base}assessments/", assessments.assessment_list, name="assessment_list"),
    path(row, assessments.assessment_detail, name="assessment_detail"),
    path(f"{row}sections/<int:section>/", assessments.assessment_section, name="assessment_section"),
    path(f"{base}files/<int:pk>/self-assessment/", assessments.assessment_start, name="assessment_start"),
    path(f"{row}submit/", assessments.assessment_submit, name="assessment_submit"),
    path(f"{row}return/", assessments.assessment_return, name="assessment_return"),
    path(f"{row}review/", assessments.assessment_review, name="assessment_review"),
    path(f"{row}cancel/", assessments.assessment_cancel, name="assessment_cancel"),
    path(f"{row}compare/", readiness.assessment_compare, name="assessment_compare"),
    path(f"{base}assessments/papers/<uuid:pk>/", audits.assessment_paper, name="assessment_paper"),
    path(f"{base}files/<int:pk>/audits/new/", audits.audit_create, name="audit_create"),
    path(f"{base}audits/<int:pk>/edit/", audits.audit_update, name="audit_update"),
    path(f"{base}audits/<int:pk>/start/", audits.audit_start, name="audit_start"),
    path(f"{base}audits/<int:pk>/close/", audits.audit_close, name="audit_close"),
    path(f"{base}audits/<int:pk>/cancel/", audits.audit_cancel, name="audit_cancel"),
    path(f"{base}files/<int:pk>/readiness/", readiness.readiness, name="readiness"),
]
