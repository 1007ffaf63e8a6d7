"""What changes in the book under another timm or torch: its claims, its figures, timm's LRs."""
