"""An explorer of timm's schedules: `explore("cosine", t_initial=50, cycle_limit=2)`.

The list of parameters is in `parameters`, what a reader gives in `values` and `arguments`, timm's
own curve in `timm_run`, the widget in `widget`, its form without a kernel in `static_form`. The
component itself is `lr-explorer.js`, made of `explorer/` by `npm run build`. Curves to
match with it are in `challenges`.
"""

from helpers.explorer.challenges import match_curves
from helpers.explorer.widget import Explorer, explore

__all__ = ["Explorer", "explore", "match_curves"]
