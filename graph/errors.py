"""The few errors of the package; each carries the value that is at fault."""


class BaygraphError(Exception):
    """What a user can do something about; its text says what is wrong with which value."""

    reason = "is wrong"

    def __init__(self, value: object, reason: str | None = None) -> None:
        self.value = value
        self.reason = reason or self.reason
        super().__init__(f"{value} {self.reason}")

    def __reduce__(self) -> tuple[type["BaygraphError"], tuple[object, str]]:
        # Worker processes send errors home by pickle, which would otherwise pass the message as the value.
        return type(self), (self.value, self.reason)


class UnreadableInput(BaygraphError):
    """An input that gives no document."""

    reason = "cannot be read"


class UnknownLanguage(BaygraphError):
    """A language that no language pack reads."""

    reason = "is a language that no language pack reads"


class MissingResource(BaygraphError):
    """A data folder or file that should come with the package."""

    reason = "is missing from this installation of baygraph; install it again"


class NotPublished(BaygraphError):
    """A folder that holds no published graph."""

    reason = "holds no published graph; build one with: baygraph build -o FOLDER"


class UnknownName(BaygraphError):
    """An IRI, a name or a query that nothing answers to."""

    reason = "is not known here"


class NothingBuilt(BaygraphError):
    """A build whose inputs gave not one document."""

    reason = "gave no document"


class BadJudgement(BaygraphError):
    """A row of judgements that cannot be followed."""

    reason = "is no judgement that can be followed"
