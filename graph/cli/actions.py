"""How the command line reads what argparse has no word for."""

import argparse
from pathlib import Path
from typing import NoReturn

from baygraph.cli import commands
from baygraph.errors import BaygraphError


class QuestionHelp(argparse.Action):
    """Help on a command, or on the question that is named before it."""

    def __call__(self, parser: argparse.ArgumentParser, given: argparse.Namespace, *_: object) -> NoReturn:
        """Print it and leave; a question that is not known is an error of use."""
        if given.name is None:
            parser.print_help()
            parser.exit()
        try:
            print(commands.question_help(given.name))
        except BaygraphError as error:
            parser.error(str(error))
        parser.exit()


def count(argument: str) -> int:
    """Read a number of rows."""
    if not argument.isascii() or not argument.isdigit():
        raise argparse.ArgumentTypeError(f"{argument} is no number of rows")
    return int(argument)


def input_path(argument: str) -> Path | str:
    """Read a path, or leave ``-`` as it is."""
    return argument if argument == "-" else Path(argument)
