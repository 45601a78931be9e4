<?php
/* Loads WordPress on the command line, as its administrator. */
$address = parse_url(getenv('WORDPRESS_URL'));
$_SERVER['HTTP_HOST'] = $address['host'] . ':' . $address['port'];
$_SERVER['SERVER_NAME'] = $address['host'];
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REMOTE_ADDR'] = '127.0.0.1';
require getenv('WORDPRESS_ROOT') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
if (!wp_installing()) {
    wp_set_current_user(1);
    kses_init(); // the administrator's markup is kept as it is
}

function order(): array
{
    return json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
}

function answer($value): void
{
    echo json_encode($value, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";
}
