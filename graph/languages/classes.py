"""Sets of classes that the grammar of several languages asks for."""

# What is built or set up somewhere: a list of places under its plural says where each of them is.
SEATED = frozenset(
    [
        "OverseasStation",
        "Incubator",
        "Park",
        "Laboratory",
        "Workstation",
        "Platform",
        "Facility",
        "ResearchInstitute",
    ]
)
# What a phrase may describe without naming it.
DESCRIBABLE = SEATED | {
    "Event",
    "Program",
    "TalentProgram",
    "Policy",
    "Project",
    "Agreement",
    "Association",
    "Institution",
    "University",
}
