"""For all tests: a property is judged by its answer, never by how busy the machine was."""

from hypothesis import settings

settings.register_profile("suite", deadline=None)
settings.load_profile("suite")
