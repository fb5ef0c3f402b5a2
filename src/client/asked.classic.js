if (location.search !== '') document.documentElement.setAttribute('data-asked', '');
