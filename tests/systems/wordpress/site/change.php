<?php
/* What editors do later: {"new": [posts], "edit": [{"ID": ..., fields}], "trash": [IDs]}. */
require __DIR__ . '/load.php';
require __DIR__ . '/posts.php';

$order = order();
foreach ($order['edit'] ?? [] as $fields) {
    if (is_wp_error($error = wp_update_post(wp_slash($fields), true))) {
        throw new Exception($error->get_error_message());
    }
}
foreach ($order['trash'] ?? [] as $id) {
    wp_trash_post($id);
}
answer(array_map('insert_post', $order['new'] ?? []));
