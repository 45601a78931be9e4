<?php
/* What the database holds: every public article with its rendered text, and the addresses of all that is none. */
require __DIR__ . '/load.php';

wp_set_current_user(0); // as the public sees it

function rendered(WP_Post $post): array
{
    global $page, $more, $numpages;
    $GLOBALS['post'] = $post;
    setup_postdata($post);
    $more = 1;
    $texts = [];
    for ($number = 1; $number <= $numpages; $number++) {
        $page = $number;
        $texts[] = apply_filters('the_content', get_the_content());
    }
    return $texts;
}

function terms(WP_Post $post, string $taxonomy): array
{
    $terms = get_the_terms($post, $taxonomy) ?: [];
    return array_values(array_map(fn ($term) => wp_specialchars_decode($term->name, ENT_QUOTES), $terms));
}

function article(WP_Post $post): array
{
    return [
        'id' => $post->ID,
        'url' => get_permalink($post),
        'title' => get_the_title($post),
        'author' => get_the_author_meta('display_name', $post->post_author),
        'published_at' => get_post_time('Y-m-d\TH:i:sP', false, $post),
        'modified_at' => get_post_modified_time('Y-m-d\TH:i:sP', false, $post),
        'sections' => terms($post, 'category'),
        'tags' => terms($post, 'post_tag'),
        'image_url' => get_the_post_thumbnail_url($post, 'full') ?: null,
        'texts' => rendered($post),
    ];
}

global $wpdb;
$articles = $others = [];
foreach ($wpdb->get_col("SELECT ID FROM $wpdb->posts WHERE post_type NOT IN ('revision') ORDER BY post_date, ID") as $id) {
    $post = get_post($id);
    if ($post->post_type === 'post' && $post->post_status === 'publish' && $post->post_password === '') {
        $articles[] = article($post);
    } else {
        $others[] = ['id' => $post->ID, 'url' => get_permalink($post), 'type' => $post->post_type,
                     'status' => $post->post_password === '' ? $post->post_status : 'password',
                     'title' => $post->post_title, 'content' => $post->post_content];
    }
}
answer(['articles' => $articles, 'others' => $others]);
