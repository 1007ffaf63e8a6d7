"""What runs in the environment of another timm or torch: JSON in, JSON out."""
