"""``whitecove profiles``: the marketplaces whose rules are known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whitecove.cli import console
from whitecove.cli.exit_codes import Exit

if TYPE_CHECKING:
    from whitecove.core.profiles import Profile, Rule

app = typer.Typer(help="Marketplace profiles: which rules a picture must keep.", no_args_is_help=True)


@app.command("list")
def list_() -> None:
    """List the marketplaces whose rules are known."""
    from whitecove.core.profiles import list_profiles

    for profile in list_profiles():
        rules = f"{len(profile.rules)} rules, read {profile.verified_on.isoformat()}"
        console.say(f"{profile.id:<16} {profile.name}  ({rules})")


@app.command()
def show(profile_id: Annotated[str, typer.Argument(metavar="ID", help="As profiles list shows it.")]) -> None:
    """Show a profile's rules: how hard each is, what it demands, and who says so."""
    from whitecove.core.profiles import load_profile

    profile = load_profile(profile_id)
    console.say(f"{console.paint(profile.name, 'strong')}  ({profile.id}, read {profile.verified_on.isoformat()})")
    for rule in profile.rules:
        console.say()
        _show_rule(rule, profile)


@app.command()
def validate(file: Annotated[Path, typer.Argument(metavar="FILE", help="A profile file.")]) -> None:
    """Check a profile file. Every problem is named; exit code 1 if there is any."""
    from whitecove.cli.inputs import require
    from whitecove.core.profiles import validate as problems_of

    require([file])
    problems = problems_of(file)
    for problem in problems:
        console.say(f"{console.paint('✗', 'bad')} {problem}")
    if not problems:
        console.say(f"{console.paint('✓', 'good')} {file.name} is a sound profile.")
    raise typer.Exit(Exit.NOT_READY if problems else Exit.READY)


def _show_rule(rule: Rule, profile: Profile) -> None:
    places = ", ".join(rule.applies_to)
    console.say(f"{console.paint(rule.id, 'strong')}  {rule.severity.value}, {places}")
    if rule.params:
        console.say("  " + ", ".join(f"{name} = {_shown(value)}" for name, value in rule.params.items()))
    if rule.note:
        console.say(f"  {rule.note}")
    for source in profile.sources_of(rule):
        console.say(console.paint(f"  — {source.title}" + (f" ({source.date})" if source.date else ""), "dim"))


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return f"{value:,}" if isinstance(value, int) else str(value)
