"""The supervision sheets: 督导总览, 亮灯表, 排名, 督办清单, 数据问题; `rendering.render` makes them all."""
