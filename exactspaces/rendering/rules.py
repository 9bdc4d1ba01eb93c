"""The list of the rules of the kernel: all that has to be believed."""

from exactspaces.kernel import RULES, VALUES


def describe_rules() -> list[tuple[str, str]]:
    """Give each rule, "claim by certificate", with the first sentence on why it is sound."""
    return [
        (f"{claim.__name__} by {certificate.__name__}", _sentence(rule.__doc__ or ""))
        for table in (RULES, VALUES)
        for (claim, certificate), rule in table.items()
    ]


def _sentence(text: str) -> str:
    paragraph = " ".join(text.partition("\n\n")[0].split())
    return paragraph.partition(". ")[0].rstrip(".") + "."
