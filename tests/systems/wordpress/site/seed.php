<?php
/* Fills the site through WordPress' own functions: {"authors": ..., "categories": ..., "images": ..., "posts": ...}. */
require __DIR__ . '/load.php';
require __DIR__ . '/posts.php';

$order = order();
foreach ($order['authors'] as $login => $name) {
    wp_insert_user(['user_login' => $login, 'user_pass' => 'loopback only', 'display_name' => $name,
                    'user_email' => "$login@contoh.invalid", 'role' => 'author']);
}
foreach ($order['categories'] as $name => $parent) {
    $above = $parent === null ? 0 : category($parent);
    $made = wp_insert_term(wp_slash($name), 'category', ['parent' => $above]);
    if (is_wp_error($made)) {
        throw new Exception("category $name: " . $made->get_error_message());
    }
}
foreach ($order['images'] as $image) {
    insert_image($image);
}
answer(array_map('insert_post', $order['posts']));
