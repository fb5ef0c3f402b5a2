if (location.search !== '') document.documentElement.dataset.asked = '';
