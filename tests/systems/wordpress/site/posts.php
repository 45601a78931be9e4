<?php
/* Images and posts as an order describes them, inserted as the editor inserts them. */

function category(string $name): int
{
    $term = get_term_by('name', $name, 'category');
    return $term ? $term->term_id : throw new Exception("no category $name");
}

function insert_image(array $image): int
{
    $picture = imagecreatetruecolor(640, 420);
    imagefill($picture, 0, 0, imagecolorallocate($picture, ...sscanf(md5($image['name']), '%2x%2x%2x')));
    ob_start();
    imagejpeg($picture);
    $file = wp_upload_bits($image['name'] . '.jpg', null, ob_get_clean(), substr($image['date'], 0, 7));
    $id = wp_insert_attachment(wp_slash([
        'post_title' => $image['title'], 'post_excerpt' => $image['caption'], 'post_name' => $image['name'],
        'post_mime_type' => 'image/jpeg', 'post_date' => $image['date'], 'post_status' => 'inherit',
    ]), $file['file']);
    wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $file['file']));
    update_post_meta($id, '_wp_attachment_image_alt', $image['title']);
    return $id;
}

function image_id(string $name): int
{
    $found = get_posts(['post_type' => 'attachment', 'name' => $name, 'post_status' => 'inherit', 'numberposts' => 1]);
    return $found ? $found[0]->ID : throw new Exception("no image $name");
}

function insert_post(array $order): int
{
    // {{id:NAME}}, {{url:NAME}} and {{page:NAME}}: an image's number, file and attachment page.
    $content = preg_replace_callback('/{{(id|url|page):([\w-]+)}}/', function (array $match): string {
        $id = image_id($match[2]);
        return match ($match[1]) {
            'id' => (string) $id,
            'url' => wp_get_attachment_image_url($id, 'large'),
            'page' => get_permalink($id),
        };
    }, $order['content']);
    $author = get_user_by('login', $order['author']) ?: throw new Exception("no author {$order['author']}");
    $id = wp_insert_post(wp_slash([
        'post_type' => $order['type'], 'post_title' => $order['title'], 'post_content' => $content,
        'post_excerpt' => $order['excerpt'], 'post_author' => $author->ID, 'post_date' => $order['date'],
        'post_status' => $order['status'] === 'trash' ? 'publish' : $order['status'],
        'post_password' => $order['password'],
        'post_category' => array_map('category', $order['categories']), 'tags_input' => $order['tags'],
    ]), true);
    if (is_wp_error($id)) {
        throw new Exception($id->get_error_message());
    }
    if ($order['image']) {
        set_post_thumbnail($id, image_id($order['image']));
    }
    if ($order['sticky']) {
        stick_post($id);
    }
    foreach ($order['images'] as $name) {
        wp_update_post(['ID' => image_id($name), 'post_parent' => $id]);
    }
    insert_comments($id, $order['comments']);
    if ($order['modified']) {
        set_modified($id, $order['modified']);
    }
    if ($order['status'] === 'trash') {
        wp_trash_post($id);
    }
    return $id;
}

function insert_comments(int $post, array $comments): void
{
    $parent = 0;
    foreach ($comments as $comment) {
        $parent = wp_insert_comment(wp_slash([
            'comment_post_ID' => $post, 'comment_author' => $comment['author'], 'comment_date' => $comment['date'],
            'comment_date_gmt' => get_gmt_from_date($comment['date']), 'comment_content' => $comment['content'],
            'comment_approved' => 1, 'comment_parent' => $parent,
        ]));
    }
}

function set_modified(int $post, string $local): void
{
    global $wpdb; // no function of WordPress sets a time of change other than now
    $times = ['post_modified' => $local, 'post_modified_gmt' => get_gmt_from_date($local)];
    $wpdb->update($wpdb->posts, $times, ['ID' => $post]);
    clean_post_cache($post);
}
