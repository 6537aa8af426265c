"""Classes whose things a phrase may describe without naming them, whatever the language."""

DESCRIBABLE = frozenset(
    [
        "ResearchInstitute",
        "OverseasStation",
        "Incubator",
        "Park",
        "Laboratory",
        "Workstation",
        "Platform",
        "Facility",
        "Event",
        "Program",
        "TalentProgram",
        "Policy",
        "Project",
        "Agreement",
        "Association",
        "Institution",
        "University",
    ]
)
