"""Chart geometry: domain values in, shapes out. All looks come from classes in static/css/charts.css."""
