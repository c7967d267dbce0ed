from .episode import Chapter, EpisodePage, Soundbite
from .show import ShowPage

__all__ = ["Chapter", "EpisodePage", "ShowPage", "Soundbite"]
