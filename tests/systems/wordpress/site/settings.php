<?php
/* Sets the site up anew: {"permalinks": "/%postname%/", "options": {...}, "pages": {"page_on_front": "a page's title"}}. */
require __DIR__ . '/load.php';

$order = order();
foreach ($order['options'] ?? [] as $name => $value) {
    update_option($name, $value);
}
foreach ($order['pages'] ?? [] as $name => $title) {
    $found = get_posts(['post_type' => 'page', 'title' => $title, 'numberposts' => 1]);
    update_option($name, $found[0]->ID);
}
if (isset($order['permalinks'])) {
    global $wp_rewrite;
    $wp_rewrite->set_permalink_structure($order['permalinks']);
    flush_rewrite_rules(false);
}
answer(true);
