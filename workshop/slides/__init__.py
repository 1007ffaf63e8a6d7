"""Slides of every chapter that work without network: `write_slides`."""

from workshop.slides.write import write_slides

__all__ = ["write_slides"]
